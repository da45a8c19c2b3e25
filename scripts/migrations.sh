#!/usr/bin/env bash
# Makes the one Initial migration of each engine anew from the model.
# Only while no database has to be kept: afterwards every change of the model adds its own migration, with
#   dotnet ef migrations add NAME --project src/QualityPlan.Web --context SqliteDb    --output-dir Data/Migrations/Sqlite
# and the same for SqlServerDb and PostgresDb. Delete src/QualityPlan.Web/App_Data after running this.
set -euo pipefail
cd "$(dirname "$0")/.."

project=src/QualityPlan.Web
dotnet tool restore >/dev/null
rm -rf "$project"/Data/Migrations/{Sqlite,SqlServer,Postgres}
dotnet build "$project" -v q --nologo
for engine in Sqlite SqlServer Postgres; do
  dotnet ef migrations add Initial --no-build --project "$project" \
    --context "${engine}Db" --output-dir "Data/Migrations/$engine"
done
