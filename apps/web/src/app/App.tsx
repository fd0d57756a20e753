export const App = () => <main>Notes</main>;
