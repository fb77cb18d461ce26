import { describeStore } from '../conformance.ts'
import { createMemoryStore } from './memory-store.ts'

describeStore('The store in memory', async (clock) => createMemoryStore({ clock }))
