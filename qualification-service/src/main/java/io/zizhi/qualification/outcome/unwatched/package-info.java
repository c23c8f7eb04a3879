/**
 * What was approved before anybody watched for its end is watched late. The migration that brought this listed it; the list
 * is worked off in batches, each in a transaction of its own, by any replica, and is empty for ever after. Whoever stops in
 * the middle goes on where the list stands.
 */
@NullMarked
package io.zizhi.qualification.outcome.unwatched;

import org.jspecify.annotations.NullMarked;
