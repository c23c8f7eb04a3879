/** Tests of this package. */
@NullMarked
package io.zizhi.qualification.bulk.importing;

import org.jspecify.annotations.NullMarked;
