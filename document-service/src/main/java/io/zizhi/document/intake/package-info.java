/**
 * Takes files in: counts while it reads, looks at the bytes and not at what is claimed about them, stores the encrypted
 * object first and the row second. Object first, because a row must never promise bytes that are not there; an object
 * without a row is only garbage, which the sweep removes.
 */
@NullMarked
package io.zizhi.document.intake;

import org.jspecify.annotations.NullMarked;
