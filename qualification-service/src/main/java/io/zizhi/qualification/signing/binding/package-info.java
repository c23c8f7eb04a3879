/**
 * Lets signature systems bind, move and release signatures (短信签名). Binding and deleting lock the same
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
