import { confirms, type Step } from './call-scenarios.ts'

/** Stays in the call until the other side ends it, and says that it is there whenever the switch asks. */
export const holdsOn = (withinMs: number): Step[] => [
  '<label id="talking"/>',
  // May be overtaken by the 200: the switch's workers do not wait for each other.
  '<recv response="180" optional="true" next="talking"></recv>',
  '<recv request="OPTIONS" optional="true" next="asked"></recv>',
  `<recv request="BYE" timeout="${withinMs}" next="over"></recv>`,
  '<label id="asked"/>',
  confirms,
  '<nop next="talking"></nop>',
  '<label id="over"/>',
  confirms,
]
