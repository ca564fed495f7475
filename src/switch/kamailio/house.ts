import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import { makeDirectory, type Owner, resolveOwner } from './files.ts'
import { createLauncher, type Launcher, type SwitchOptions } from './launcher.ts'
import { lockDirectory } from './process.ts'
import { openProjection, type Projection } from './projection.ts'

/** The switch's folder while we hold it. */
export interface House {
  projection: Projection
  launcher: Launcher
  owner: Owner
}

/** Opens the folder when it is first needed, and holds it until it is left. */
export interface HouseKeeper {
  enter(): Promise<House>
  /** Throws AppError('switch.unavailable') when nobody has entered. */
  current(): House
  leave(): void
}

export function createHouseKeeper(options: SwitchOptions, lastRoom: () => number): HouseKeeper {
  let entering: Promise<House> | null = null
  let house: (House & { unlock: () => void }) | null = null

  async function open(): Promise<House> {
    const { directory, runAs } = options
    const owner = runAs && process.getuid?.() === 0 ? resolveOwner(runAs) : null
    makeDirectory(directory, owner)
    const unlock = await lockDirectory(createHash('sha256').update(directory).digest('hex').slice(0, 32))
    try {
      const projection = openProjection(join(directory, 'switch.db'), owner)
      house = { projection, launcher: createLauncher(options, owner, projection.count, lastRoom), owner, unlock }
      return house
    } catch (error) {
      unlock()
      throw error
    }
  }

  return {
    async enter() {
      entering ??= open()
      try {
        return await entering
      } catch (error) {
        entering = null
        throw error
      }
    },
    current() {
      if (!house) throw new AppError('switch.unavailable')
      return house
    },
    leave() {
      house?.projection.close()
      house?.unlock()
      house = null
      entering = null
    },
  }
}
