/** Whether this is one of Apple's machines, where Command does what Control does elsewhere. */
export const onApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
