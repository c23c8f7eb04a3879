/** Tests of the search by staff. */
@NullMarked
package io.zizhi.qualification.catalogue.search;

import org.jspecify.annotations.NullMarked;
