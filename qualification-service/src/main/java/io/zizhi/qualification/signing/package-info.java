/** SMS signatures: the rules for binding them to qualifications, and the binding itself. */
@NullMarked
package io.zizhi.qualification.signing;

import org.jspecify.annotations.NullMarked;
