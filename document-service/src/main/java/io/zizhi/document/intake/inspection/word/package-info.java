/**
 * Inspects Word files of both generations. They may hold text and pictures, but no macros, no embedded objects, and
 * nothing that a program fetches when it opens them.
 */
@NullMarked
package io.zizhi.document.intake.inspection.word;

import org.jspecify.annotations.NullMarked;
