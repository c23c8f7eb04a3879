/**
 * SMS signatures (短信签名) bound to qualifications, and the record of acts on them. A qualification or letter cannot be
 * deleted while a signature is bound to it. {@link io.zizhi.qualification.signing.carrier} contains the rules for
 * binding; {@link io.zizhi.qualification.signing.binding} performs it.
 */
@NullMarked
package io.zizhi.qualification.model.signature;

import org.jspecify.annotations.NullMarked;
