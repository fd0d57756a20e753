import { useEffect, useState } from "react";

import { useFace } from "./face-choice.ts";
import { titleOfFace } from "./faces.ts";
import "./Cover.css";

/**
 * A plain sheet over everything while the page is out of sight: what the list of open apps shows, and what stands there for
 * a moment when somebody comes back.
 */
export const Cover = () => {
  const face = useFace();
  const isHidden = useIsHidden();
  return isHidden ? (
    <div className="cover" aria-hidden="true">
      {titleOfFace(face)}
    </div>
  ) : undefined;
};

const useIsHidden = (): boolean => {
  const [isHidden, setIsHidden] = useState(document.visibilityState === "hidden");
  useEffect(() => {
    const show = (): void => setIsHidden(document.visibilityState === "hidden");
    // Not awaited by the browser: the picture that it keeps of the page may be taken in this very moment.
    const hide = (): void => {
      setIsHidden(true);
      document.documentElement.classList.add("covered");
    };
    const uncover = (): void => {
      document.documentElement.classList.toggle("covered", document.visibilityState === "hidden");
      show();
    };
    addEventListener("pagehide", hide);
    addEventListener("pageshow", uncover);
    document.addEventListener("visibilitychange", uncover);
    return () => {
      removeEventListener("pagehide", hide);
      removeEventListener("pageshow", uncover);
      document.removeEventListener("visibilitychange", uncover);
    };
  }, []);
  return isHidden;
};
