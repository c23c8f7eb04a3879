/** Tests of the copy of everything about an account. */
@NullMarked
package io.zizhi.qualification.catalogue.copy;

import org.jspecify.annotations.NullMarked;
