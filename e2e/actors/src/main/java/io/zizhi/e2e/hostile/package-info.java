/**
 * Hostile files, made by code, with the outcome that each upload must have. The list of outcomes is the resource {@code
 * hostile-files.txt}, which is also the table in {@code docs/hostile-files.md}.
 */
@NullMarked
package io.zizhi.e2e.hostile;

import org.jspecify.annotations.NullMarked;
