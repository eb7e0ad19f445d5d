import '@/ui/styles.css';
import { createTingTing } from '@tingting/sdk';
import { start } from './start';

await start(createTingTing());
