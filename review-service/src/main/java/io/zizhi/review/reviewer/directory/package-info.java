/** The list of people who have called the desk as reviewers, for supervisors who assign reviews. */
@NullMarked
package io.zizhi.review.reviewer.directory;

import org.jspecify.annotations.NullMarked;
