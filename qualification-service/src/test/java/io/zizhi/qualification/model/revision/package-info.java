/** Tests of this package. */
@NullMarked
package io.zizhi.qualification.model.revision;

import org.jspecify.annotations.NullMarked;
