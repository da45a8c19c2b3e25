using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QualityPlan.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GroupAliases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "UnitGroupAliases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitGroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitGroupAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitGroupAliases_UnitGroups_UnitGroupId",
                        column: x => x.UnitGroupId,
                        principalTable: "UnitGroups",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitGroupAliases_Text",
                table: "UnitGroupAliases",
                column: "Text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitGroupAliases_UnitGroupId",
                table: "UnitGroupAliases",
                column: "UnitGroupId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UnitGroupAliases");
        }
    }
}
