/**
 * SMS signatures (短信签名) that qualifications carry, as they stand, and the record of what happens to them. While one is
 * bound, its qualification and letter are not deleted. Whether one may be bound is said in {@link
 * io.zizhi.qualification.signing.carrier}; it is done in {@link io.zizhi.qualification.signing.binding}.
 */
@NullMarked
package io.zizhi.qualification.model.signature;

import org.jspecify.annotations.NullMarked;
