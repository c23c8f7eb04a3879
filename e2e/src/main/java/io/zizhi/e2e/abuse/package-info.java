/**
 * One account, or somebody without any, tries to stop the suite while a second account works: hostile sheets, answers that
 * nobody reads, bodies that never end, floods. What is seen: whether every service lives, what is left in its memory and
 * its metrics, and how long the second account waited.
 */
@NullMarked
package io.zizhi.e2e.abuse;

import org.jspecify.annotations.NullMarked;
