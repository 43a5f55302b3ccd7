"""Glissade every night, as an Airflow DAG: copy it to the dags folder. Run here on something in Airflow's place; NOT RUN under Airflow.

The task ends with the run's exit code. What cannot end better by itself (bad input, a closed gate, no trial finished, a run that is
going on) fails at once, without the retries that an interrupted run or a lost machine gets: these go on where they were.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowFailException
from airflow.operators.bash import BashOperator

HOME = "/opt/glissade"
RUNS = "/var/lib/glissade/runs"
NO_USE_TO_RETRY = {2: "bad input", 3: "the gate is closed", 4: "no trial finished", 5: "it is running already", 6: "out of time"}


class NightlySweep(BashOperator):
    """A BashOperator that knows which exit codes a retry cannot mend."""

    def execute(self, context):
        result = self.subprocess_hook.run_command(
            command=["bash", "-c", self.bash_command], env=self.get_env(context)
        )
        code = result.exit_code
        if code in NO_USE_TO_RETRY:
            raise AirflowFailException(f"{NO_USE_TO_RETRY[code]} (exit code {code}): {result.output}")
        if code != 0:
            raise RuntimeError(f"exit code {code}; the retry goes on where it was: {result.output}")
        return result.output


with DAG(
    dag_id="glissade_nightly",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=5), "execution_timeout": timedelta(hours=6)},
    doc_md=__doc__,
) as dag:
    sweep = NightlySweep(
        task_id="sweep",
        bash_command=f"GLISSADE_RUNS={RUNS} {HOME}/submit/nightly/nightly.sh",
        append_env=True,
    )
    # Only after a night that may be used; `latest --succeeded` names its folder.
    publish = BashOperator(
        task_id="publish",
        bash_command=f"cd {HOME} && cp -r \"$(submit/glissade latest nightly --succeeded --out {RUNS})/model\" /srv/models/plums",
        append_env=True,
    )
    sweep >> publish
