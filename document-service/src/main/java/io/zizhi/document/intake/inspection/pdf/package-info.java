/**
 * Inspects PDF files. Every byte must belong to an object that can be read in the order of the file, so that nothing is
 * hidden between objects; a file that does more than show pages is refused. Memory does not depend on the file.
 */
@NullMarked
package io.zizhi.document.intake.inspection.pdf;

import org.jspecify.annotations.NullMarked;
