/**
 * Inspects pictures and encodes them again. The structure of a file is checked without decoding it. Then only the parts
 * that a decoder needs are decoded, in bounded memory, and the pixels are encoded as a new file.
 */
@NullMarked
package io.zizhi.document.intake.inspection.picture;

import org.jspecify.annotations.NullMarked;
