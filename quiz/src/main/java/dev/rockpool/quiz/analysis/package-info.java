/// What the answers of a group say about a test and its items: classical item analysis.
///
/// Terms:
///
/// - **Score matrix**: persons × items, each right or not ([ScoreMatrix]). An item left out counts as not right, as in
///   an exam.
/// - **Facility**: the share of persons who had an item right; useful from .3 to .9.
/// - **Discrimination**: how well an item tells strong from weak persons: the **upper-lower difference** of facility
///   between the best and the weakest 27 % ([ItemStatistics#upperLower]), and the correlation of the item
///   with the score on all *other* items (**item-rest**, the corrected point-biserial), which unlike
///   **item-total** does not count the item against itself.
/// - **Reliability**: **KR-20**, and **KR-21**, which takes all items for equally hard and is never above
///   it. **Standard error of measurement**: how far a person's score would lie from the true one.
/// - **Functioning distractor**: a wrong option that at least 5 % chose, and that weaker persons chose more
///   ([OptionStatistics]).
/// - **Too few**: below [TestStatistics#FEWEST_ANSWERS] persons every number here is mostly chance, and is to be shown
///   with these words.
///
/// Conventions: the variance in KR-20 and KR-21 is that of these persons (divided by n), as Kuder and Richardson have
/// it; the standard deviation that is told, and the standard error, are estimates (divided by n − 1). What is not
/// defined, such as a correlation with an item that everybody had right, is empty, never zero.
///
/// Sources: Kuder and Richardson 1937, *The theory of the estimation of test reliability*, Psychometrika 2, 151–160;
/// Kelley 1939, *The selection of upper and lower groups for the validation of test items*, J. Educ. Psychol. 30, 17–24
/// (27 %); Henrysson 1963, *Correction of item-total correlations in item analysis*, Psychometrika 28,
/// 211–218; Ebel and Frisbie, *Essentials of Educational Measurement* (the steps of discrimination);
/// Tarrant et al. 2009, BMC Medical Education 9:40 (functioning distractors).
@NullMarked
package dev.rockpool.quiz.analysis;

import org.jspecify.annotations.NullMarked;
