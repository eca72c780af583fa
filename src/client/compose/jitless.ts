/** Comes before every schema: zod would else try `new Function`, which the policy reports as an attack. */
import { z } from 'astro/zod';

z.config({ jitless: true });
