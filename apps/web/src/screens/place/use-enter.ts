import { useApp } from "../../app/app-context.ts";

/** Where somebody goes whose place has just opened: to what waited for it, to where they were, or home. */
export const useEnter = (): (() => void) => {
  const { keeping, navigation, takeWayBack } = useApp();
  return () => {
    const wayBack = takeWayBack();
    // What waited was kept meanwhile: its list is shown first.
    const isDone = keeping.state().kind === "done";
    navigation.reset({ screen: isDone ? "keep" : "home" });
    if (wayBack !== undefined && !isDone) navigation.go(wayBack);
  };
};
