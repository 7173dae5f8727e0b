// Stands for react-devtools-core in the bundle: Ink loads it only when DEV=true, and users have no use for it.
export default {};
