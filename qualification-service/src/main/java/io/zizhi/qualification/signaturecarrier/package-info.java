/**
 * Whether a qualification may carry a signature: the question that signature systems ask, what is looked at, and the rules.
 * Nothing is changed here; what the answer is good for stands in {@link io.zizhi.qualification.signaturebinding}.
 */
@NullMarked
package io.zizhi.qualification.signaturecarrier;

import org.jspecify.annotations.NullMarked;
