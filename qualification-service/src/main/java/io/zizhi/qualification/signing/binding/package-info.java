/**
 * Signature systems bind signatures (短信签名) to qualifications, move and release them. Binding and deleting lock the same
 * rows: the qualification before its letter.
 *
 * <pre>
 *   ──bind──▶ bound ──move──▶ bound to another qualification or letter
 *               └──release──▶ released
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.signing.binding;

import org.jspecify.annotations.NullMarked;
