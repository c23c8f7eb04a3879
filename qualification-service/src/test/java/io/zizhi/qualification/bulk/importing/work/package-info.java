/** Tests of this package. */
@NullMarked
package io.zizhi.qualification.bulk.importing.work;

import org.jspecify.annotations.NullMarked;
