/**
 * Finds documents that are identical across accounts, so that a reviewer learns when another account filed the same
 * picture. Compares digests of the bytes before encryption.
 */
@NullMarked
package io.zizhi.document.intake.identical;

import org.jspecify.annotations.NullMarked;
