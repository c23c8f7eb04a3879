/** Tests of what else there is of the same persons and company. */
@NullMarked
package io.zizhi.qualification.reviewapi.related;

import org.jspecify.annotations.NullMarked;
