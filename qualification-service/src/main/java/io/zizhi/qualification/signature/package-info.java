/**
 * SMS signatures (短信签名) that qualifications carry, for the systems that issue them: they ask whether a qualification may
 * carry a signature, bind it, move it and release it. While one is bound, its qualification and letter are not deleted;
 * binding and deleting lock the same rows.
 *
 * <pre>
 *   ──bind──▶ bound ──move──▶ bound to another qualification or letter
 *               └──release──▶ released
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.signature;

import org.jspecify.annotations.NullMarked;
