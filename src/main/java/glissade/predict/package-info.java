/**
 * A trained model and rows to come: what is stored of it, and what it says of rows.
 *
 * <p>Start at {@link glissade.predict.Predictor}, which needs no Spark and no Hadoop, only this jar and Jackson; at {@code
 * FilePrediction} for files of rows on Spark. {@link glissade.predict.ModelDescription} is {@code
 * model/model.json}. The mathematics is {@code model.Scorer}, reading rows is {@code data}, files are {@code store}.
 */
package glissade.predict;
