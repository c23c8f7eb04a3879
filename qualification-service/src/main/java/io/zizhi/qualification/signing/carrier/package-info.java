/**
 * Whether a qualification may carry a signature: the question that signature systems ask, what is looked at, and the rules.
 * Nothing is changed here; what the answer is good for stands in {@link io.zizhi.qualification.signing.binding}.
 */
@NullMarked
package io.zizhi.qualification.signing.carrier;

import org.jspecify.annotations.NullMarked;
