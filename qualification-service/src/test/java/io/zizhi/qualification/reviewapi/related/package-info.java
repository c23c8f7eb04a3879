/** Tests of the search for related qualifications. */
@NullMarked
package io.zizhi.qualification.reviewapi.related;

import org.jspecify.annotations.NullMarked;
