/** Kinds of destination that a right can bar. Every rate has one. */
export const tariffClasses = ['national', 'mobile', 'international', 'premium', 'shared', 'free', 'satellite'] as const
export type TariffClass = (typeof tariffClasses)[number]
