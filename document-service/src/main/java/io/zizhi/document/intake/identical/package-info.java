/**
 * Finds documents that are identical across accounts. A reviewer then learns that another account filed the same
 * picture. Compares digests of the bytes as uploaded: pictures are stored otherwise, and an encoder may change.
 */
@NullMarked
package io.zizhi.document.intake.identical;

import org.jspecify.annotations.NullMarked;
