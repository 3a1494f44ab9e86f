import { figureTests } from './figure.mjs';

figureTests('fidelity', '/figures/fidelity', /modellen/, { wrong: ['to', '31-02-2022'] });
