/** A switch of Word is on when it is there, unless it says that it is off. */
export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? '')
