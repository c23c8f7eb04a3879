/**
 * Hands single fields of a submission out in plain text, to the review desk and to nobody else. It keeps which fields and for
 * which submission; who looked and why is kept by the desk, before it asks.
 */
@NullMarked
package io.zizhi.qualification.unmasking;

import org.jspecify.annotations.NullMarked;
