/** Many qualifications at once, for people: found, sorted, read page by page. */
@NullMarked
package io.zizhi.qualification.listing;

import org.jspecify.annotations.NullMarked;
