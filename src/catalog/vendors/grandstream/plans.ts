/**
 * Where a telephone's keys are in its configuration, in the order in which a person sees them: line keys, which the maker calls virtual (VPK), then
 * physical ones (MPK), or those of the key application of an Android telephone, which has the places of an expansion module (EXT).
 */
export interface KeyPlan {
  readonly vpk: number
  /** Line keys that are always there, so that they can be a line. Those behind them exist only as long as none before them is left out. */
  readonly fixed: number
  readonly mpk: number
  readonly ext: number
  readonly codes: 'gxp16' | 'gxp' | 'grp' | 'android'
}

function plan(codes: KeyPlan['codes'], vpk: number, fixed: number, mpk = 0, ext = 0): KeyPlan {
  return { vpk, fixed, mpk, ext, codes }
}

export const keyPlans = {
  gxp1620: plan('gxp16', 2, 2),
  gxp1628: plan('gxp16', 2, 2, 8),
  gxp1630: plan('gxp16', 3, 3, 8),
  gxp1760: plan('gxp', 24, 6),
  gxp1780: plan('gxp', 32, 8),
  gxp2130: plan('gxp', 3, 3, 8),
  gxp2135: plan('gxp', 32, 8),
  gxp2140: plan('gxp', 16, 4),
  gxp2160: plan('gxp', 6, 6, 24),
  gxp2170: plan('gxp', 48, 12),
  grp2601: plan('grp', 2, 2),
  grp2602: plan('grp', 4, 4),
  grp2603: plan('grp', 6, 6),
  grp2604: plan('grp', 6, 6, 10),
  grp2612: plan('grp', 16, 4),
  grp2613: plan('grp', 24, 6),
  grp2614: plan('grp', 4, 4, 24),
  grp2615: plan('grp', 40, 10),
  grp2616: plan('grp', 6, 6, 24),
  grp2624: plan('grp', 8, 8),
  grp2636: plan('grp', 12, 12),
  grp2650: plan('grp', 14, 14),
  grp2670: plan('grp', 12, 12),
  gxv: plan('android', 0, 0, 0, 160),
} as const

/** By the model's name without the letters that tell a power supply or a radio from another. */
export function keyPlanOf(name: string): KeyPlan {
  const base = /^(?:GXP|GRP)\d+/.exec(name)?.[0].toLowerCase() ?? 'gxv'
  const found: Readonly<Record<string, KeyPlan>> = keyPlans
  return found[sameAs[base] ?? base] ?? keyPlans.gxv
}

const sameAs: Readonly<Record<string, string>> = { gxp1625: 'gxp1620', gxp1782: 'gxp1780', grp2634: 'grp2624' }
