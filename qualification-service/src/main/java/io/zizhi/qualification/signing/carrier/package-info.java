/**
 * Decides whether a signature can be bound to a qualification: the question, the facts and the rules. Changes nothing;
 * {@link io.zizhi.qualification.signing.binding} performs the binding.
 */
@NullMarked
package io.zizhi.qualification.signing.carrier;

import org.jspecify.annotations.NullMarked;
