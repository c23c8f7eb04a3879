/**
 * Intake of uploaded files: limits the size while reading, checks the bytes instead of the declared type, then stores
 * the encrypted object and after it the row. In this order a row never refers to missing bytes. The sweep removes
 * objects without a row.
 */
@NullMarked
package io.zizhi.document.intake;

import org.jspecify.annotations.NullMarked;
