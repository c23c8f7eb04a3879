/**
 * SMS signatures: which qualification may carry one, and which one does.
 */
@NullMarked
package io.zizhi.qualification.signing;

import org.jspecify.annotations.NullMarked;
