import { figureTests } from './figure.mjs';

figureTests('courses', '/figures/courses', /Forløb og udgifter/);
