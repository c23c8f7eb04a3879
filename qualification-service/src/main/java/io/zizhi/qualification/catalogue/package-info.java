/**
 * What applicants look up: their qualifications in lists, counts and exports, the history of one, and what differs between
 * two of its revisions. Nothing here changes anything.
 */
@NullMarked
package io.zizhi.qualification.catalogue;

import org.jspecify.annotations.NullMarked;
